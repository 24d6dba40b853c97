import envPaths from 'env-paths';

/** greenroom's folder: what GREENROOM_HOME says, else the user's data folder. */
export function greenroomHome(): string {
  return process.env.GREENROOM_HOME || envPaths('greenroom', { suffix: '' }).data;
}
