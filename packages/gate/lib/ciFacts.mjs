/** What is changed, and where, as three CI systems say it in the environment. */
export function ciFacts(env) {
  if (env.GITHUB_ACTIONS) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = env;
    return {
      ref: env.GITHUB_SHA || undefined,
      link:
        server && repository && env.GITHUB_RUN_ID
          ? `${server}/${repository}/actions/runs/${env.GITHUB_RUN_ID}`
          : undefined,
    };
  }
  if (env.GITLAB_CI) {
    return {
      ref: env.CI_COMMIT_SHA || undefined,
      link: env.CI_JOB_URL || undefined,
    };
  }
  if (env.JENKINS_URL) {
    return {
      ref: env.GIT_COMMIT || undefined,
      link: env.BUILD_URL || undefined,
    };
  }
  return {};
}
