export { ImportIncidentsDialog } from './ImportIncidentsDialog';
export type { ImportIncidentsDialogProps } from './ImportIncidentsDialog';
