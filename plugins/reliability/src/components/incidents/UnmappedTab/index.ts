export { UnmappedTab } from './UnmappedTab';
