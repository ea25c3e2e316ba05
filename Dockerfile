# Built with all dependencies, run with those of production only, by a user without rights.
FROM node:20-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build

FROM node:20-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force
COPY --from=build /app/dist dist
COPY cypher cypher
COPY docs/questions docs/questions
COPY core.graphql schema.graphql LICENSE ./
USER node
EXPOSE 4000
CMD ["node", "dist/main.js", "serve"]
