import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type { DataProblemsResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useLinks } from '../../../hooks/useLinks';
import { useServiceLink } from '../../../hooks/useServiceLink';
import { useTranslation } from '../../../hooks/useTranslation';
import { visuallyHidden } from '../../common';

const useStyles = makeStyles(theme => ({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: '0.875rem',
    '& th, & td': {
      padding: theme.spacing(1, 1.5),
      textAlign: 'left',
      verticalAlign: 'top',
      fontWeight: 400,
      overflowWrap: 'anywhere',
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    '& thead th:first-child': { width: '22%' },
    '& thead th': {
      fontSize: '0.8125rem',
      fontWeight: 600,
      color: theme.palette.text.secondary,
    },
    // On a phone every row is a block, with each value below the one before.
    [theme.breakpoints.down('xs')]: {
      '& thead': visuallyHidden,
      '& tbody tr, & tbody th, & tbody td': { display: 'block' },
      '& tbody tr': {
        padding: theme.spacing(1, 0),
        borderBottom: `1px solid ${theme.palette.divider}`,
      },
      '& tbody th, & tbody td': {
        border: 0,
        padding: theme.spacing(0.25, 1.5),
      },
    },
  },
  quiet: { color: theme.palette.text.secondary },
  title: { fontWeight: 600 },
  hidden: visuallyHidden,
}));

type Problems = DataProblemsResponse['items'];

/** One row for each problem. */
export function DataProblemsTable({ problems }: { problems: Problems }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const linkOf = useServiceLink();
  return (
    <table className={classes.table}>
      <caption className={classes.hidden}>{t('problems.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('problems.service')}</th>
          <th scope="col">{t('problems.owner')}</th>
          <th scope="col">{t('problems.problem')}</th>
          <th scope="col">{t('problems.todo')}</th>
        </tr>
      </thead>
      <tbody>
        {problems.map(({ entityRef, title, owner, problem }) => (
          <tr key={`${entityRef} ${problem}`}>
            <th scope="row">
              <Link to={linkOf(entityRef)} className={classes.title}>
                {title}
              </Link>
            </th>
            <td>
              {owner ? (
                <EntityRefLink entityRef={owner} hideIcon disableTooltip />
              ) : (
                <span className={classes.quiet}>{t('problems.noOwner')}</span>
              )}
            </td>
            <td>{problem}</td>
            <td>
              <WhatToDo problem={problem} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The problems that exist today are about tiers; the words are those of `resolveTier`. */
const aboutTier = (problem: string) => problem.includes('which is not one of');

function WhatToDo({ problem }: { problem: string }) {
  const { t } = useTranslation();
  const links = useLinks();
  if (!aboutTier(problem)) return <>{t('problems.todoOther')}</>;
  return (
    <>
      {t('problems.todoTier')}{' '}
      <Link to={`${links.standards()}#tiers`} underline="always">
        {t('problems.tiers')}
      </Link>
    </>
  );
}
