export { parseSloFile, readSloDocuments } from './parseSloFile';
export type { ParsedSloFile, QueryCheck, SloFileContext } from './parseSloFile';
export { createSloDocuments } from './createSloDocuments';
export { SloDocumentError } from './SloDocumentError';
export { MAX_SLO_FILE, SloDocumentReader } from './SloDocumentReader';
export type { SloFileContent, SloReadOptions } from './SloDocumentReader';
export type { SloFileOrigin } from './resolveSloFile';
export { MAX_SLO_FILES, sloFilesOf } from './sloFilesOf';
