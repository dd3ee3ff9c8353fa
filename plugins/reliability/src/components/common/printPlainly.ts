import type { CreateCSSProperties } from '@material-ui/core/styles/withStyles';

/**
 * On paper there is only the document. The frame of the portal belongs to others, so everything is hidden
 * and the document alone is shown; its ancestors give up the heights that make the portal scroll.
 */
export const printPlainly: Record<string, CreateCSSProperties> = {
  '@media print': {
    'body:has([data-print=document])': {
      background: '#fff',
      '& *': { visibility: 'hidden' },
      '& [data-print=document], & [data-print=document] *': {
        visibility: 'visible',
      },
      '& [data-print=hidden], & [data-print=hidden] *': { display: 'none' },
      '& [data-print=document]': { position: 'absolute', left: 0, top: 0 },
      '& :has([data-print=document])': {
        position: 'static',
        display: 'block',
        height: 'auto',
        overflow: 'visible',
      },
    },
  },
};
