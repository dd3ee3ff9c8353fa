export { EditIncidentDialog } from './EditIncidentDialog';
export type { EditIncidentDialogProps } from './EditIncidentDialog';
