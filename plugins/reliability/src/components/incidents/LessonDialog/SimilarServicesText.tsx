import {
  EntityDisplayName,
  EntityRefLink,
} from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ItemState,
  SimilarServices,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { plainTable } from '../../maturity/plainTable';
import { ScrollRegion } from '../../maturity/ScrollRegion';
import { ItemStateMark } from '../../readiness/parts';

const useStyles = makeStyles(theme => ({
  root: {
    marginTop: theme.spacing(1),
    fontFamily: theme.typography.fontFamily,
  },
  table: { ...plainTable(theme), minWidth: 280 },
}));

const itemStates: readonly ItemState[] = [
  'unanswered',
  'met',
  'not-met',
  'not-applicable',
  'expired',
  'contested',
];

/** How many services like those of the incident have the same gap, and which. */
export function SimilarServicesText({ similar }: { similar: SimilarServices }) {
  const { basis, services, withGap, examples } = similar;
  const classes = useStyles();
  const { t } = useTranslation();
  const sentence = () => {
    if (services === 0) return t('followUps.lesson.similar.none');
    const number = { services: String(services), gap: String(withGap) };
    return withGap === null
      ? t('followUps.lesson.similar.unknown', number)
      : t('followUps.lesson.similar.gap', number);
  };
  const stateOf = (state: string | null) => {
    const known = itemStates.find(each => each === state);
    if (known) return <ItemStateMark state={known} />;
    return state ?? t('followUps.lesson.similar.notAsked');
  };
  const caption = t('followUps.lesson.similar.caption');
  return (
    <div className={classes.root} role="status">
      <Typography variant="body2">
        <strong>{sentence()}</strong>{' '}
        {services > 0 &&
          basis.length > 0 &&
          t('followUps.lesson.similar.basis', { basis: basis.join(', ') })}
      </Typography>
      {examples.length > 0 && (
        <ScrollRegion label={caption} maxHeight={220}>
          <table className={classes.table} aria-label={caption}>
            <thead>
              <tr>
                <th scope="col">{t('followUps.lesson.similar.service')}</th>
                <th scope="col">{t('followUps.lesson.similar.owner')}</th>
                <th scope="col">{t('followUps.lesson.similar.state')}</th>
              </tr>
            </thead>
            <tbody>
              {examples.map(({ entityRef, title, owner, state }) => (
                <tr key={entityRef}>
                  <th scope="row">
                    <EntityRefLink
                      entityRef={entityRef}
                      title={title}
                      hideIcon
                    />
                  </th>
                  <td>
                    {owner && <EntityDisplayName entityRef={owner} hideIcon />}
                  </td>
                  <td>{stateOf(state)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </div>
  );
}
