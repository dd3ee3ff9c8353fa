/**
 * The reliability domain of Plimsoll for browser and backend.
 *
 * @packageDocumentation
 */
export * from './core';
export * from './contract';
export * from './permissions';
