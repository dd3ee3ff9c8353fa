export { ReliabilityClassicPage } from './ReliabilityClassicPage';
