import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { GatePoliciesResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { Duration } from 'luxon';
import { useRoute } from '../../../../hooks/useRoute';
import { useTranslation } from '../../../../hooks/useTranslation';
import { Async } from '../../../async';
import { plainTable } from '../../plainTable';
import { ScrollRegion } from '../../ScrollRegion';
import { Section } from '../../Section';
import { PolicySection } from './PolicySection';

const useStyles = makeStyles(theme => ({
  intro: { maxWidth: '80ch' },
  table: plainTable(theme),
}));

/** The facts that rules of policies have beside those of checks. */
function GateFacts({ facts }: Pick<GatePoliciesResponse, 'facts'>) {
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <Section title={t('gate.policy.facts')}>
      <ScrollRegion label={t('gate.policy.facts')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('gate.policy.fact')}</th>
              <th scope="col">{t('gate.policy.meaning')}</th>
            </tr>
          </thead>
          <tbody>
            {facts.map(({ key, description, unit }) => (
              <tr key={key}>
                <th scope="row">
                  <code>{key}</code>
                </th>
                <td>
                  {description}
                  {unit && ` (${unit})`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Section>
  );
}

/** The policies in force, as people read them. */
export function PoliciesView() {
  const classes = useStyles();
  const { t } = useTranslation();
  const state = useRoute('getGatePolicies', {});
  return (
    <>
      <Typography variant="body2" className={classes.intro}>
        {t('gate.policy.intro')}
      </Typography>
      <Async state={state}>
        {({ items, facts, timeout }) => (
          <>
            {items.map(policy => (
              <PolicySection key={policy.id} policy={policy} />
            ))}
            <GateFacts facts={facts} />
            <Typography variant="body2">
              {t('gate.policy.timeout', {
                time: Duration.fromISO(timeout).toHuman(),
              })}
            </Typography>
          </>
        )}
      </Async>
    </>
  );
}
