// A session is signed by host and witness on phones of their own, and sealed by whoever keeps its papers.

const SIGNERS = [['施建林', '主持'], ['吴国梁', '见证']];

/** Signs and seals a session that was read back; leaves the recorder's phone on the sealed page. */
export async function seal(here, session, recorder) {
  for (const [person, duty] of SIGNERS) {
    const page = await (await here.member(person)).open(`/app/sessions/${session}/seal`);
    await page.getByRole('button', { name: `以${duty}签字` }).click();
    await page.getByRole('textbox', { name: '定一个四位数' }).fill('2580');
    await page.getByRole('textbox', { name: '再按一遍' }).fill('2580');
    await page.getByRole('button', { name: '签字', exact: true }).click();
    await page.getByText(/签了 ·/).first().waitFor();
  }
  const page = await recorder.open(`/app/sessions/${session}/seal`);
  await page.getByText('都签好了').waitFor();
  await page.getByRole('button', { name: '定稿盖印' }).click();
  await page.getByRole('heading', { level: 1, name: '定稿了' }).waitFor();
}
