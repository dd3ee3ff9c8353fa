import { makeStyles } from '@material-ui/core/styles';
import InvalidIcon from '@material-ui/icons/Cancel';
import ValidIcon from '@material-ui/icons/CheckCircle';
import DoubtfulIcon from '@material-ui/icons/ReportProblemOutlined';
import type {
  SloDiagnosticItem,
  ValidateSlosResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { statusColors } from '../../common';
import { Section } from '../../maturity/Section';
import { Diagnostics } from '../common';

const useStyles = makeStyles(theme => ({
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    fontWeight: 600,
    '& svg': { fontSize: 20 },
  },
  valid: { '& svg': { color: statusColors(theme).good } },
  doubtful: { '& svg': { color: statusColors(theme).warn } },
  invalid: { '& svg': { color: statusColors(theme).bad } },
}));

const icons = {
  valid: ValidIcon,
  doubtful: DoubtfulIcon,
  invalid: InvalidIcon,
};

function verdictOf({ valid, slos, diagnostics }: ValidateSlosResponse) {
  if (!valid) return 'invalid';
  return slos.length === 0 || diagnostics.length > 0 ? 'doubtful' : 'valid';
}

export interface VerdictProps {
  reply: ValidateSlosResponse;
  /** The text is another by now. */
  outdated: boolean;
  onPlace: (item: SloDiagnosticItem) => void;
}

/** Whether a document is good, and what is wrong with it, with a way to each place. */
export function Verdict({ reply, outdated, onPlace }: VerdictProps) {
  const classes = useStyles();
  const { t } = useTranslation();
  const verdict = verdictOf(reply);
  const Icon = icons[verdict];
  const count = reply.slos.length;
  return (
    <Section title={t('sloDraft.verdict.title')}>
      <div className={`${classes.line} ${classes[verdict]}`} role="status">
        <Icon aria-hidden="true" />
        <span>
          {count === 0 && verdict !== 'invalid'
            ? t('sloDraft.verdict.empty')
            : t(`sloDraft.verdict.${verdict}`)}
        </span>
      </div>
      {verdict === 'invalid' && count > 0 && (
        <div>{t('sloDraft.verdict.stillGood', { count })}</div>
      )}
      {outdated && <div>{t('sloDraft.verdict.outdated')}</div>}
      <Diagnostics items={reply.diagnostics} hideFile onPlace={onPlace} />
    </Section>
  );
}
