//! Why something was not accepted in a session, in the reader's words, with the way out.

use domain::Refusal;

use crate::{
    Lang, Words,
    session::{lacking, stage},
};

impl Words {
    /// A refusal that only sessions know.
    pub(crate) fn session_refusal(
        &self,
        refusal: &Refusal,
        name: &dyn Fn(domain::Id) -> String,
    ) -> String {
        let stage = |now| stage(self.lang, now);
        let [zh, en] = match refusal {
            Refusal::WrongStage { now, wanted, by, at } => {
                let who = by.map_or_else(|| self.common.somebody.to_owned(), name);
                let (at, now, wanted) = (self.lang.moment(*at, *at), stage(*now), stage(*wanted));
                return match self.lang {
                    Lang::Zh => {
                        format!("{who}已在 {at} 把这场板凳会改成“{now}”，不能再改成“{wanted}”。")
                    }
                    Lang::En => format!(
                        "{who} made this session “{now}” on {at}, so it cannot become “{wanted}”."
                    ),
                };
            }
            Refusal::Frozen { now, .. } => {
                let now = stage(*now);
                return match self.lang {
                    Lang::Zh => format!("这场板凳会已经“{now}”，原文不再改；要更正，另附一页。"),
                    Lang::En => format!(
                        "This session is “{now}”: its words stay as they are. A correction goes on a page of its own."
                    ),
                };
            }
            Refusal::Lacks { what } => {
                let names: Vec<_> = what.iter().map(|what| lacking(self.lang, *what)).collect();
                return match self.lang {
                    Lang::Zh => format!("{}。", names.join("；")),
                    Lang::En => format!("Still lacking: {}.", names.join("; ")),
                };
            }
            Refusal::NotTheSpeaker => [
                "要本人在自己手机上点；替他核，请选当面、电话或纸上。",
                "Only the speaker can say so, on a phone of their own. To note it for them, choose how they were asked.",
            ],
            Refusal::NotTheHost => ["主持的签字要主持人本人来签。", "Only the host signs as host."],
            Refusal::OwnWitness => [
                "主持人不能自己给自己见证，请监督或书记来签。",
                "The host cannot also be the witness; the supervisor or the secretary signs.",
            ],
            Refusal::ContentChanged => [
                "纪要刚才又有改动，请重新看一遍再签。",
                "The minutes have changed just now. Please read them again before you sign.",
            ],
            _ => [
                "还没定稿，直接改就行，不用另附一页。",
                "It is not sealed yet: mend it where it stands.",
            ],
        };
        match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
        .to_owned()
    }
}
