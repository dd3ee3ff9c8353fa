import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ImportAnswersResponse,
  ImportIncidentsResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { plainTable } from '../../maturity/plainTable';
import { ScrollRegion } from '../../maturity/ScrollRegion';

const SHOWN = 200;

const useStyles = makeStyles(theme => ({
  table: { ...plainTable(theme), minWidth: 360 },
  counts: { fontWeight: 600 },
}));

/** What the server says of the rows. */
export type ImportReply = ImportAnswersResponse | ImportIncidentsResponse;

/** Where the words of an import are. */
export type ImportTexts = 'incidentForms.import' | 'organisation.import';

/** What came, or would come, of the rows; those that are not stored one by one, the rejected first. */
export function ImportVerdicts(props: {
  texts: ImportTexts;
  reply: ImportReply;
  dryRun: boolean;
  /** Pixels of the list before it scrolls; absent: all of it shows. */
  maxHeight?: number;
}) {
  const { texts, reply, dryRun, maxHeight } = props;
  const { stored, unchanged, rejected } = reply;
  const classes = useStyles();
  const { t } = useTranslation();
  const others = reply.results
    .filter(({ status }) => status !== 'stored')
    .sort((a, b) => a.status.localeCompare(b.status) || a.row - b.row);
  const caption = t(`${texts}.verdicts`);
  const number = (value: number) => ({ number: String(value) });
  return (
    <Typography variant="body2" component="div">
      <div>
        {t(`${texts}.${dryRun ? 'tried' : 'result'}`)}
        {': '}
        <span className={classes.counts}>
          {[
            t(`${texts}.${dryRun ? 'wouldStore' : 'stored'}`, number(stored)),
            t(`${texts}.unchanged`, number(unchanged)),
            t(`${texts}.rejected`, number(rejected)),
          ].join(', ')}
        </span>
      </div>
      {others.length > 0 && (
        <ScrollRegion label={caption} maxHeight={maxHeight}>
          <table className={classes.table} aria-label={caption}>
            <thead>
              <tr>
                <th scope="col">{t(`${texts}.row`)}</th>
                <th scope="col">{t(`${texts}.status`)}</th>
                <th scope="col">{t(`${texts}.reason`)}</th>
              </tr>
            </thead>
            <tbody>
              {others.slice(0, SHOWN).map(({ row, status, reason }) => (
                <tr key={row}>
                  <th scope="row">{row}</th>
                  <td>{t(`${texts}.statuses.${status}`)}</td>
                  <td>{reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {others.length > SHOWN &&
        t(`${texts}.cut`, {
          number: String(SHOWN),
          total: String(others.length),
        })}
    </Typography>
  );
}
