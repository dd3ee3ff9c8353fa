export { SlosView } from './SlosView';
