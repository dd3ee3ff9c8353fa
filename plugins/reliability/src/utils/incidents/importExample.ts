/** Two rows that can be imported once their services are those of the reader. */
export const IMPORT_EXAMPLE = `key,title,severity,entityRefs,customerImpact,cause,impactStart,declared,resolved,postmortemUrl
2026-031,Payments are refused,SEV1,component:default/checkout,true,connection pool exhausted,2026-11-18T09:02:00Z,2026-11-18T09:14:00Z,2026-11-18T10:02:00Z,https://wiki.example/2026-031
2026-032,Search answers slowly,SEV3,component:default/search;component:default/catalogue,false,,,2026-11-19T14:20:00Z,2026-11-19T15:05:00Z,
`;
