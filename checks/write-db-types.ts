import { generateTypes, writeTypes } from "../server/platform/db/generate-types.ts";
import { createTestDatabase, stopOwnCluster } from "../tests/support/database.ts";

// `npm run db:types`: migrates an empty database and writes down what its tables look like.
const database = await createTestDatabase();
writeTypes(await generateTypes(database.admin));
await database.drop();
await stopOwnCluster();
