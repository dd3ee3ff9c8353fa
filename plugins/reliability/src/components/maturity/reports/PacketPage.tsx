import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { useSearchParams } from 'react-router-dom';
import { useRoute } from '../../../hooks/useRoute';
import { useTranslation } from '../../../hooks/useTranslation';
import { Async } from '../../async';
import { OwnerField } from '../../incidents/parts';
import { DocumentActions } from './DocumentActions';
import { DocumentView } from './DocumentView';
import { lastMonths, monthBefore } from './months';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
  choices: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: theme.spacing(0, 3),
    '& > *': { minWidth: 260 },
    // The grey of labels is too pale for the page itself.
    padding: theme.spacing(0, 2, 1),
    backgroundColor: theme.palette.background.paper,
    '@media print': { display: 'none' },
  },
}));

/** The review of a month, of the company or of a team: to read, to print, to send. */
export function PacketPage() {
  const classes = useStyles();
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const now = new Date();
  const month = search.get('month') ?? monthBefore(now);
  const owner = search.get('owner');
  const change = (name: string, value: string | null) =>
    setSearch(
      before => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const input = { month, query: { ...(owner && { owner }) } };
  const state = useRoute('getPacket', input, `${month} ${owner}`);
  const file = `reliability-${month}`;
  return (
    <div className={classes.root}>
      <div className={classes.choices} data-print="hidden">
        <TextField
          select
          margin="normal"
          variant="outlined"
          id="packet-month"
          label={t('reports.month')}
          value={month}
          onChange={event => change('month', event.target.value)}
          SelectProps={{ native: true }}
        >
          {lastMonths(now, month, window.navigator.language).map(
            ({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ),
          )}
        </TextField>
        <OwnerField
          id="packet-owner"
          label={t('reports.team')}
          help={t('reports.teamHelp')}
          owner={owner}
          onChange={value => change('owner', value)}
        />
      </div>
      <Async state={state}>
        {document => (
          <DocumentView
            document={document}
            actions={
              <DocumentActions route="getPacket" input={input} name={file} />
            }
          />
        )}
      </Async>
    </div>
  );
}
