import { makeStyles } from '@material-ui/core/styles';
import type { ServiceOncallResponse } from '@plimsoll/backstage-plugin-reliability-common';
import type { ReactNode } from 'react';
import { useTranslation } from '../../../../hooks/useTranslation';
import { isMissedNow } from '../../../../utils/oncall/isMissedNow';
import { Section } from '../../../maturity/Section';
import { isMembers } from '../../../../utils/oncall/timeline';
import { CoverMark, MembersToAsk } from '../../common';
import { ContractText } from './ContractText';
import { NowLevel } from './NowLevel';
import { NowNotices } from './NowNotices';

const useStyles = makeStyles(theme => ({
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
  },
  levels: { margin: theme.spacing(1.5, 0, 0), padding: 0, listStyle: 'none' },
  ask: { marginTop: theme.spacing(1.5) },
}));

/** Who is on call now at each level, or the honest line why that is not said. */
export function OncallNow(props: {
  value: ServiceOncallResponse;
  actions?: ReactNode;
}) {
  const { value, actions } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { cover, rotations, at } = value;
  // With nothing fresh, the last answer still helps whoever has to reach somebody.
  const levels =
    cover.levels.length > 0
      ? cover.levels
      : rotations
          .filter(({ state, mirror }) => state === 'stale' && !mirror)
          .flatMap(rotation => rotation.levels);
  const members = rotations
    .filter(rotation => isMembers(rotation) && !rotation.mirror)
    .flatMap(rotation => rotation.levels);
  return (
    <Section title={t('oncall.now.title')} actions={actions}>
      <div className={classes.top}>
        <CoverMark state={cover.state} unwanted={!isMissedNow(value)} />
        <ContractText value={value} />
      </div>
      <NowNotices value={value} />
      {levels.length > 0 && (
        <ul className={classes.levels} aria-label={t('oncall.now.levels')}>
          {levels.map((level, index) => (
            <NowLevel key={`${index} ${level.level}`} level={level} at={at} />
          ))}
        </ul>
      )}
      <div className={classes.ask}>
        <MembersToAsk levels={members} />
      </div>
    </Section>
  );
}
