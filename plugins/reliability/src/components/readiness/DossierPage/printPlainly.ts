import type { CreateCSSProperties } from '@material-ui/core/styles/withStyles';

/**
 * On paper there is only the dossier. The frame of the portal belongs to others, so everything is hidden
 * and the dossier alone is shown; its ancestors give up the heights that make the portal scroll.
 */
export const printPlainly: Record<string, CreateCSSProperties> = {
  '@media print': {
    'body:has([data-print=dossier])': {
      background: '#fff',
      '& *': { visibility: 'hidden' },
      '& [data-print=dossier], & [data-print=dossier] *': {
        visibility: 'visible',
      },
      '& [data-print=hidden], & [data-print=hidden] *': { display: 'none' },
      '& [data-print=dossier]': { position: 'absolute', left: 0, top: 0 },
      '& :has([data-print=dossier])': {
        position: 'static',
        display: 'block',
        height: 'auto',
        overflow: 'visible',
      },
    },
  },
};
