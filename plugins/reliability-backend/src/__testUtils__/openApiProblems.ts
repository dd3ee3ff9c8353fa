type Json = Record<string, unknown>;

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'];

/** What a schema may hold in OpenAPI 3.0, which is less than JSON Schema allows. */
const SCHEMA_KEYWORDS = new Set(
  `title description default example deprecated nullable readOnly writeOnly type format enum
  multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern
  maxItems minItems uniqueItems maxProperties minProperties required items properties
  additionalProperties allOf oneOf anyOf not discriminator`.split(/\s+/),
);

const TYPES = ['string', 'number', 'integer', 'boolean', 'array', 'object'];

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const entries = (value: unknown) => Object.entries((value ?? {}) as Json);
const list = (value: unknown) => (value ?? []) as unknown[];

function refProblems(ref: unknown, at: string, root: Json): string[] {
  const found = String(ref)
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>(
      (node, key) => (isObject(node) ? node[key] : undefined),
      root,
    );
  return found === undefined ? [`${at}: ${ref} is not there`] : [];
}

function schemaProblems(schema: unknown, at: string, root: Json): string[] {
  if (!isObject(schema)) return [`${at}: is no schema`];
  if ('$ref' in schema) return refProblems(schema.$ref, at, root);
  const { type, items, properties, additionalProperties } = schema;
  const problems = Object.keys(schema)
    .filter(key => !SCHEMA_KEYWORDS.has(key))
    .map(key => `${at}: ${key} is no keyword of OpenAPI 3.0`);
  if (type !== undefined && !TYPES.includes(String(type))) {
    problems.push(`${at}: ${JSON.stringify(type)} is no type`);
  }
  if (type === 'array' && items === undefined) {
    problems.push(`${at}: an array without items`);
  }
  for (const key of ['exclusiveMinimum', 'exclusiveMaximum']) {
    if (!['undefined', 'boolean'].includes(typeof schema[key])) {
      problems.push(`${at}: ${key} is yes or no in OpenAPI 3.0`);
    }
  }
  for (const name of list(schema.required)) {
    if (!isObject(properties) || !(String(name) in properties)) {
      problems.push(`${at}: requires ${name}, which is no property`);
    }
  }
  const parts: [string, unknown][] = [
    ...entries(properties).map(([key, one]): [string, unknown] => [key, one]),
    ...['allOf', 'anyOf', 'oneOf'].flatMap(key =>
      list(schema[key]).map((one, i): [string, unknown] => [
        `${key}[${i}]`,
        one,
      ]),
    ),
    ...(items === undefined ? [] : [['items', items] as [string, unknown]]),
    ...(isObject(additionalProperties)
      ? [['*', additionalProperties] as [string, unknown]]
      : []),
  ];
  return problems.concat(
    parts.flatMap(([key, one]) => schemaProblems(one, `${at}.${key}`, root)),
  );
}

function contentProblems(content: unknown, at: string, root: Json): string[] {
  const types = entries(content);
  if (types.length === 0) return [`${at}: has no content`];
  return types.flatMap(([type, media]) =>
    schemaProblems((media as Json).schema, `${at} ${type}`, root),
  );
}

function parameterProblems(
  path: string,
  operation: Json,
  at: string,
  root: Json,
): string[] {
  const parameters = list(operation.parameters) as Json[];
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const declared = parameters
    .filter(parameter => parameter.in === 'path' && parameter.required === true)
    .map(({ name }) => name);
  const names = parameters.map(({ name, in: place }) => `${place} ${name}`);
  return [
    ...inPath
      .filter(name => !declared.includes(name))
      .map(name => `${at}: {${name}} is no parameter`),
    ...declared
      .filter(name => !inPath.includes(String(name)))
      .map(name => `${at}: ${name} is not in the path`),
    ...names
      .filter((name, index) => names.indexOf(name) !== index)
      .map(name => `${at}: ${name} twice`),
    ...parameters.flatMap(({ name, schema }) =>
      schemaProblems(schema, `${at} ${name}`, root),
    ),
  ];
}

function operationProblems(
  path: string,
  method: string,
  operation: Json,
  root: Json,
) {
  const at = `${method} ${path}`;
  const body = operation.requestBody as Json | undefined;
  return [
    ...(METHODS.includes(method) ? [] : [`${at}: no such method`]),
    ...(operation.operationId ? [] : [`${at}: has no operationId`]),
    ...parameterProblems(path, operation, at, root),
    ...(body ? contentProblems(body.content, `${at} body`, root) : []),
    ...entries(operation.responses).flatMap(([status, response]) => [
      ...(/^[1-5]\d\d$/.test(status) ? [] : [`${at}: ${status} is no status`]),
      ...((response as Json).description
        ? []
        : [`${at} ${status}: says nothing`]),
      ...contentProblems((response as Json).content, `${at} ${status}`, root),
    ]),
  ];
}

/** What is wrong with a document that should be OpenAPI 3.0, as far as the structure of ours goes. */
export function openApiProblems(root: Json): string[] {
  const operations = entries(root.paths).flatMap(([path, item]) =>
    entries(item).map(([method, operation]) => ({
      path,
      method,
      operation: operation as Json,
    })),
  );
  const ids = operations.map(({ operation }) => operation.operationId);
  const components = (root.components ?? {}) as Json;
  const schemes = Object.keys((components.securitySchemes ?? {}) as Json);
  return [
    ...(/^3\.0\.\d+$/.test(String(root.openapi)) ? [] : ['no OpenAPI 3.0']),
    ...(['title', 'version'] as const)
      .filter(key => !(root.info as Json | undefined)?.[key])
      .map(key => `info has no ${key}`),
    ...ids
      .filter((id, index) => ids.indexOf(id) !== index)
      .map(id => `operation ${id} twice`),
    ...list(root.security)
      .flatMap(scheme => Object.keys(scheme as Json))
      .filter(name => !schemes.includes(name))
      .map(name => `security ${name} is not there`),
    ...entries(components.schemas).flatMap(([name, schema]) =>
      schemaProblems(schema, name, root),
    ),
    ...operations.flatMap(({ path, method, operation }) =>
      operationProblems(path, method, operation, root),
    ),
  ];
}
