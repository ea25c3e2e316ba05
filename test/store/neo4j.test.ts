import { describeNeo4j } from '../support/engines.ts';
import { storeSpec } from './spec.ts';

describeNeo4j('Neo4j', (open) => storeSpec({ open }));
