export { GroupReliabilityCard } from './GroupReliabilityCard';
