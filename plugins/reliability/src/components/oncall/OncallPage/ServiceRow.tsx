import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type { OncallItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useOncallLink } from '../../../hooks/oncall/useOncallLink';
import { useTranslation } from '../../../hooks/useTranslation';
import { webAddress } from '../../../utils/oncall/addresses';
import {
  hoursBetween,
  hoursText,
  stretchText,
} from '../../../utils/oncall/times';
import { CoverMark, FindingMark, LevelsNow, useOncallWords } from '../common';

const SHOWN = 3;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 5fr) minmax(0, 3fr)',
    gap: theme.spacing(1, 3),
    padding: theme.spacing(1.5, 2),
    fontSize: '0.8125rem',
    lineHeight: 1.5,
    overflowWrap: 'anywhere',
    borderBottom: `1px solid ${theme.palette.divider}`,
    '&:hover, &:focus-within': { backgroundColor: theme.palette.action.hover },
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  },
  title: { fontWeight: 600, fontSize: '0.875rem' },
  quiet: { color: theme.palette.text.secondary },
  doubts: {
    display: 'grid',
    alignContent: 'start',
    justifyItems: 'start',
    gap: theme.spacing(0.25),
  },
  links: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0, 1.5) },
}));

/** A service of the directory: what it is, who is on call for it, and what is doubtful. */
export function ServiceRow({ item, at }: { item: OncallItem; at?: string }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const link = useOncallLink()(item.entityRef);
  const { providerOf } = useOncallWords();
  const { nextGap, findings, rotations } = item;
  const hidden = findings.length - SHOWN;
  // Findings are of the present, and `at` is absent for any other time.
  const unwanted = at !== undefined && !findings.includes('nobody-now');
  return (
    <li className={classes.root}>
      <div>
        <Link to={link} className={classes.title}>
          {item.title}
        </Link>
        <div className={classes.quiet}>
          {item.tier.name}
          {' · '}
          {item.owner ? (
            <EntityRefLink entityRef={item.owner} hideIcon disableTooltip />
          ) : (
            t('oncalls.list.noOwner')
          )}
        </div>
      </div>
      <div>
        {item.levels.length > 0 ? (
          <LevelsNow levels={item.levels} at={at} contacts />
        ) : (
          <CoverMark state={item.state} unwanted={unwanted} />
        )}
        <div className={classes.links}>
          {rotations.map(({ id, title, url, provider }) => {
            const page = webAddress(url);
            const words = `${title} (${providerOf(provider)})`;
            return page ? (
              <Link key={id} to={page}>
                {words}
              </Link>
            ) : (
              <span key={id} className={classes.quiet}>
                {words}
              </span>
            );
          })}
        </div>
      </div>
      <div className={classes.doubts}>
        {item.levels.length > 0 && (
          <CoverMark state={item.state} unwanted={unwanted} />
        )}
        {nextGap && (
          <span>
            {t('oncalls.list.gap')}: {stretchText(nextGap.from, nextGap.to)},{' '}
            {hoursText(hoursBetween(nextGap.from, nextGap.to))}
          </span>
        )}
        {findings.slice(0, SHOWN).map(code => (
          <FindingMark key={code} code={code} />
        ))}
        {hidden > 0 && <span>{t('oncallGroup.more', { count: hidden })}</span>}
      </div>
    </li>
  );
}
