export { LoadLineCard } from './LoadLineCard';
export { LoadLineLine } from './LoadLineLine';
