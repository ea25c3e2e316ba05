import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import type { Generator } from './generate.ts';

/** Everything of the schema that an operation can name: fields, arguments, input fields and values of enums in inputs. */
export function coordinatesOf({ schema, except = new Set() }: Generator): ReadonlySet<string> {
  const found = new Set<string>();
  const addInput = (coordinate: string, { type }: { readonly type: GraphQLInputType }) => {
    found.add(coordinate);
    const named = getNamedType(type);
    if (isEnumType(named)) for (const { name } of named.getValues()) found.add(`${named.name}.${name}`);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) addInput(`${type.name}.${field.name}`, field);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields()).filter((one) => !except.has(one.name))) {
      found.add(`${type.name}.${field.name}`);
      for (const argument of field.args.filter((one) => !except.has(`(${one.name}:)`)))
        addInput(`${type.name}.${field.name}(${argument.name}:)`, argument);
    }
  }
  return new Set([...found].filter((coordinate) => reachable(schema, coordinate, except)));
}

/** Types that only what is left alone leads to are left alone too. */
function reachable(schema: GraphQLSchema, coordinate: string, except: ReadonlySet<string>): boolean {
  const [name = ''] = coordinate.split('.');
  const type = schema.getType(name);
  if (name === 'Query' || (isObjectType(type) && type.getInterfaces().length > 0)) return true;
  return Object.values(schema.getTypeMap()).some((one) => {
    if (one === type) return false;
    if (isInputObjectType(one))
      return Object.values(one.getFields()).some((field) => getNamedType(field.type) === type);
    if (!isObjectType(one) && !isInterfaceType(one)) return false;
    return Object.values(one.getFields())
      .filter((field) => !except.has(field.name))
      .some((field) => [field, ...field.args].some((typed) => getNamedType(typed.type) === type));
  });
}

/** A line for people: how much of the schema was asked, and what was not. */
export function describeCoverage(all: ReadonlySet<string>, used: ReadonlySet<string>): string {
  const missing = [...all].filter((coordinate) => !used.has(coordinate));
  const share = ((100 * (all.size - missing.length)) / all.size).toFixed(1);
  const listed = missing.slice(0, 20).join(', ');
  return `${share} % of ${all.size} fields, arguments, input fields and enum values${missing.length > 0 ? `; not: ${listed}` : ''}`;
}
