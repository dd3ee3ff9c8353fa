import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import { plainTable } from '../../maturity/plainTable';
import { ScrollRegion } from '../../maturity/ScrollRegion';
import { Section } from '../../maturity/Section';
import { ProgressMeter, SmallButton } from '../parts';
import type { OverviewPartProps } from './OverviewParts';
import { TeamName } from './TeamName';

const SHOWN = 8;

const useStyles = makeStyles(theme => ({
  table: { ...plainTable(theme), minWidth: 420 },
  number: { fontVariantNumeric: 'tabular-nums' },
}));

/** The teams with most open required items; each narrows the page to its services. */
export function LateTeams({ overview, onChange }: OverviewPartProps) {
  const classes = useStyles();
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const { teams, teamsTotal } = overview;
  const shown = all ? teams : teams.slice(0, SHOWN);
  const numbers = ['requiredMissing', 'expired', 'services'] as const;
  const headers = {
    requiredMissing: t('organisation.late.missing'),
    expired: t('organisation.late.expired'),
    services: t('organisation.late.services'),
  };
  const caption = t('organisation.late.caption');
  return (
    <Section title={t('organisation.late.title')}>
      <ScrollRegion label={caption}>
        <table className={classes.table} aria-label={caption}>
          <thead>
            <tr>
              <th scope="col">{t('organisation.late.team')}</th>
              {numbers.map(name => (
                <th key={name} scope="col">
                  {headers[name]}
                </th>
              ))}
              <th scope="col">{t('organisation.late.progress')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(team => (
              <tr key={team.owner ?? ''}>
                <th scope="row">
                  {team.owner ? (
                    <SmallButton
                      quiet
                      onClick={() => onChange({ owner: [team.owner ?? ''] })}
                    >
                      <TeamName owner={team.owner} />
                    </SmallButton>
                  ) : (
                    <TeamName owner={null} />
                  )}
                </th>
                {numbers.map(name => (
                  <td key={name} className={classes.number}>
                    {team[name]}
                  </td>
                ))}
                <td>
                  <ProgressMeter progress={team.averageProgress} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {!all && teams.length > SHOWN && (
        <SmallButton onClick={() => setAll(true)}>
          {t('organisation.late.more', { number: String(teams.length) })}
        </SmallButton>
      )}
      {teamsTotal > teams.length &&
        t('organisation.late.cut', {
          number: String(teams.length),
          total: String(teamsTotal),
        })}
    </Section>
  );
}
