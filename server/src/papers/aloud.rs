//! The script for the loudspeaker: sentences to be read aloud, figures and days as they are said, and how long it takes.

use words::Lang;

use super::figures::counted;
use super::paper::{Block, Paper, Said};
use super::setter::bare;
use super::spoken::{spelled, spoken};

/// So many characters are read in a minute, calmly; and so many words of English.
const CHARACTERS: usize = 220;
const WORDS: usize = 140;

/// What is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Script {
    /// One breath each.
    pub sentences: Vec<String>,
    /// About how many seconds it takes.
    pub seconds: usize,
}

/// The script of a paper. What only serves the eye is left out: its number, who gets copies, who signs.
#[must_use]
pub fn aloud(paper: &Paper) -> Script {
    let words = paper.lang.words().papers();
    let mut told = vec![(words.hear)(&paper.issuer), paper.title.replace('\n', words.stops[0])];
    let mut item = 0;
    for block in &paper.blocks {
        match block {
            Block::Heading(text) => {
                item = 0;
                told.push(text.clone());
            }
            Block::Paragraph(text) => told.push(text.clone()),
            Block::Item(text) => {
                item += 1;
                told.push(format!("{}{text}", counted(paper.lang, item, true)));
            }
            Block::Statement(Said { speaker, text }) => told.push((words.says)(speaker, text)),
            Block::Dissent(Said { speaker, text }) => told.push((words.disagrees)(speaker, text)),
            Block::Answers(answers) => told.extend(answers.iter().map(|answer| {
                let word = answer.verdict.word(paper.lang);
                (words.answer)(word, bare(&answer.advice), answer.reason.as_deref())
            })),
            Block::Actions(actions) => told.extend(actions.iter().map(|action| {
                let by = action.by.map(|by| paper.lang.date(by, paper.issued));
                let partners = action.partners.as_deref();
                let told = (words.action)(&action.what, &action.who, partners, by.as_deref());
                let done =
                    action.done_when.as_deref().map(|done| (words.said)(words.done_when, done));
                [told].into_iter().chain(done).collect::<Vec<_>>().join(words.stops[1])
            })),
            Block::Facts(facts) => {
                told.extend(facts.iter().map(|fact| (words.said)(&fact.label, &fact.text)));
            }
            Block::Signatures(_) => {}
        }
    }
    told.extend(
        paper.seal.as_ref().map(|seal| (words.by_code)(&spelled_in(paper.lang, &seal.code))),
    );
    told.push(words.thanks.to_owned());
    let sentences = told.iter().map(|text| sentence(paper.lang, text)).collect();
    timed(paper.lang, sentences)
}

fn spelled_in(lang: Lang, code: &str) -> String {
    match lang {
        Lang::Zh => spelled(code),
        Lang::En => code.to_owned(),
    }
}

/// With its full stop, and without marks that nobody can hear.
fn sentence(lang: Lang, text: &str) -> String {
    let said = match lang {
        Lang::Zh => spoken(text),
        Lang::En => text.to_owned(),
    };
    let said = said.replace(" · ", lang.words().papers().stops[0]).replace(['·', '【', '】'], "");
    let said = said.trim().to_owned();
    if said.ends_with(['。', '！', '？', '.', '!', '?', '”']) {
        said
    } else {
        let stop = lang.words().papers().stops[1].trim_end();
        format!("{}{stop}", said.trim_end_matches(['，', '；', '：', ',', ';', ':']))
    }
}

fn timed(lang: Lang, sentences: Vec<String>) -> Script {
    let (read, a_minute) = match lang {
        Lang::Zh => {
            let heard = |text: &String| text.chars().filter(|c| c.is_alphanumeric()).count();
            (sentences.iter().map(heard).sum::<usize>(), CHARACTERS)
        }
        Lang::En => (sentences.iter().map(|text| text.split_whitespace().count()).sum(), WORDS),
    };
    Script { sentences, seconds: (read * 60).div_ceil(a_minute) }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::aloud;

    #[test]
    fn the_loudspeaker_reads_sentences_without_figures() {
        let script = aloud(&sample::minutes(10));
        for sentence in [
            "各位乡亲，大家好。现在播送上枫村村民委员会的一份协商纪要。",
            "沈科（区水利局）说：北渠清淤可列入今年冬修，材料费补百分之六十，请村里十月底前报点位图。",
            "徐根土（五组村民代表）有保留意见，原话是：不同意先修老街再修五组路，请写进纪要。",
            "北渠清淤四百三十米：四组牵头，区水利局协办，十一月三十日前办好。怎样算办好：放水两小时不溢。",
            "这份纪要的校验码是：枫 四 F 七 K，九 二 Q M。纸质的贴在公示栏，大家可以去核对。",
        ] {
            assert!(
                script.sentences.iter().any(|said| said == sentence),
                "{sentence}\n{script:#?}"
            );
        }
        let text = script.sentences.concat();
        assert!(!text.contains(|c: char| c.is_ascii_digit()), "{text}");
        assert!(
            script.sentences.iter().all(|said| said.ends_with(['。', '！', '？', '”'])),
            "{text}"
        );
    }

    #[test]
    fn four_times_the_words_take_about_four_times_as_long() {
        let [one, four] = [20, 80].map(|statements| aloud(&sample::minutes(statements)).seconds);
        assert!((150..600).contains(&one) && (2 * one..4 * one).contains(&four), "{one} {four}");
    }
}
