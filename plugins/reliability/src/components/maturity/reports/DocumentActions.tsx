import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import PrintIcon from '@material-ui/icons/Print';
import type {
  RouteInput,
  RouteName,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useExport } from '../../../hooks/useExport';
import { useTranslation } from '../../../hooks/useTranslation';
import { errorText } from '../../async';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 1.5),
    marginTop: theme.spacing(2),
  },
}));

/** Prints a document, or saves it in the forms that its route gives. */
export function DocumentActions<Name extends RouteName>(props: {
  route: Name;
  input: RouteInput<Name>;
  /** Of the file, without its ending. */
  name: string;
}) {
  const { route, input, name } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { state, run } = useExport(route, input);
  return (
    <div className={classes.root} data-print="hidden">
      <Button
        size="small"
        variant="outlined"
        startIcon={<PrintIcon />}
        onClick={() => window.print()}
      >
        {t('reports.print')}
      </Button>
      {(['md', 'html', 'csv'] as const).map(format => (
        <Button
          key={format}
          size="small"
          variant="outlined"
          onClick={() => run(format, name)}
        >
          {t(`reports.${format === 'md' ? 'markdown' : format}`)}
        </Button>
      ))}
      <span role="alert">
        {state.kind === 'failed' &&
          t('reports.downloadFailed', { message: errorText(state.error) })}
      </span>
    </div>
  );
}
