export { IncidentsView } from './IncidentsView';
