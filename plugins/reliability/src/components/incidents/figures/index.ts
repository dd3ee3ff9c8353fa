export { ENOUGH } from './DurationTable';
export { IncidentFigures } from './IncidentFigures';
