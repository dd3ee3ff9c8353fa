import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import { ScrollRegion } from '../../maturity/ScrollRegion';
import { Section } from '../../maturity/Section';
import { SmallButton } from '../parts';
import { HeatRow } from './HeatRow';
import type { OverviewPartProps } from './OverviewParts';
import { TeamName } from './TeamName';

const SHOWN = 12;

const useStyles = makeStyles(theme => ({
  table: {
    borderCollapse: 'separate',
    borderSpacing: 2,
    fontSize: '0.8125rem',
    fontVariantNumeric: 'tabular-nums',
  },
  corner: {
    position: 'sticky',
    left: 0,
    zIndex: 1,
    textAlign: 'left',
    verticalAlign: 'bottom',
    backgroundColor: theme.palette.background.paper,
  },
  team: {
    width: 72,
    minWidth: 72,
    maxWidth: 72,
    padding: theme.spacing(0.5, 0.5),
    fontWeight: 400,
    fontSize: '0.75rem',
    lineHeight: 1.25,
    textAlign: 'left',
    verticalAlign: 'bottom',
    overflowWrap: 'anywhere',
  },
  text: { marginBottom: theme.spacing(1) },
}));

/** Items by team: how many of a team's services meet an item, in numbers and in depth of colour. */
export function HeatTable({ overview, onChange }: OverviewPartProps) {
  const classes = useStyles();
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const { items, teams } = overview;
  const shown = all ? teams : teams.slice(0, SHOWN);
  const caption = t('organisation.heat.caption');
  return (
    <Section
      title={t('organisation.heat.title')}
      actions={
        !all &&
        teams.length > SHOWN && (
          <SmallButton onClick={() => setAll(true)}>
            {t('organisation.heat.teams', { number: String(teams.length) })}
          </SmallButton>
        )
      }
    >
      <div className={classes.text}>{t('organisation.heat.text')}</div>
      <ScrollRegion label={caption}>
        <table className={classes.table} aria-label={caption}>
          <thead>
            <tr>
              <th scope="col" className={classes.corner}>
                {t('organisation.heat.item')}
              </th>
              {shown.map(team => (
                <th key={team.owner ?? ''} scope="col" className={classes.team}>
                  <TeamName owner={team.owner} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map(item => (
              <HeatRow
                key={item.id}
                item={item}
                teams={shown}
                onChoose={() => onChange({ item: item.id, state: 'not-met' })}
              />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Section>
  );
}
