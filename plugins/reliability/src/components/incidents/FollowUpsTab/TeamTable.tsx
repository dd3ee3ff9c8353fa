import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { FollowUp } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { teamLoads } from '../../../utils/incidents/teams';
import { SmallButton } from '../../common';
import { plainTable } from '../../maturity/plainTable';
import { ScrollRegion } from '../../maturity/ScrollRegion';
import { Section } from '../../maturity/Section';

const useStyles = makeStyles(theme => ({
  table: {
    ...plainTable(theme),
    minWidth: 320,
    '& .number': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  },
}));

/** What each team has to do, of the follow-ups that are shown. */
export function TeamTable(props: {
  items: readonly FollowUp[];
  onChoose: (team: string) => void;
}) {
  const { items, onChoose } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const loads = teamLoads(items);
  if (loads.length < 2) return null;
  const caption = t('followUps.tab.teams');
  return (
    <Section title={caption}>
      <ScrollRegion label={t('followUps.tab.teamsCaption')}>
        <table className={classes.table} aria-label={caption}>
          <thead>
            <tr>
              <th scope="col">{t('followUps.tab.team')}</th>
              <th scope="col" className="number">
                {t('followUps.tab.teamOverdue')}
              </th>
              <th scope="col" className="number">
                {t('followUps.tab.teamOpen')}
              </th>
            </tr>
          </thead>
          <tbody>
            {loads.map(({ team, open, overdue }) => (
              <tr key={team ?? ''}>
                <th scope="row">
                  {team ? (
                    <SmallButton quiet onClick={() => onChoose(team)}>
                      <EntityDisplayName entityRef={team} hideIcon />
                    </SmallButton>
                  ) : (
                    t('followUps.tab.noTeam')
                  )}
                </th>
                <td className="number">{overdue}</td>
                <td className="number">{open}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <Typography variant="caption" color="textSecondary">
        {t('followUps.tab.teamsHelp')}
      </Typography>
    </Section>
  );
}
