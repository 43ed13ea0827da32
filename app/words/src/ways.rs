//! Ways in beside an invite: six digits, a password, a passkey; and what is done about a device that is not one's own.

use crate::{Lang, Words};

/// What these say, under Me and at the door.
#[derive(Debug)]
pub struct Ways {
    /// Heading over all of them.
    pub title: &'static str,
    /// The rest of them, folded away.
    pub more: &'static str,
    /// They need a signal.
    pub offline: &'static str,
    /// Six digits.
    pub pair: Pair,
    /// A password.
    pub password: Password,
    /// A passkey.
    pub passkey: Passkey,
    /// A device that was not mine.
    pub not_me: NotMe,
}

/// Six digits.
#[derive(Debug)]
pub struct Pair {
    /// Heading, under Me.
    pub title: &'static str,
    /// What for.
    pub hint: &'static str,
    /// Asks for them.
    pub draw: &'static str,
    /// Draws others.
    pub again: &'static str,
    /// What to do with them, with the name to type.
    pub type_in: fn(&str) -> String,
    /// How long they are good, in minutes.
    pub left: fn(i64) -> String,
    /// They are good no more.
    pub over: &'static str,
    /// Heading at the door.
    pub door: &'static str,
    /// What to do there.
    pub door_hint: &'static str,
    /// The box for the name.
    pub name: &'static str,
    /// The box for the digits.
    pub digits: &'static str,
    /// The button.
    pub enter: &'static str,
}

/// A password.
#[derive(Debug)]
pub struct Password {
    /// Heading, under Me.
    pub title: &'static str,
    /// What for.
    pub hint: &'static str,
    /// One is set; the login name.
    pub is_set: fn(&str) -> String,
    /// Boxes: login name, password, the one before.
    pub boxes: [&'static str; 3],
    /// How it is to be.
    pub how: &'static str,
    /// Sign the others out, too.
    pub others: &'static str,
    /// The button: set, change.
    pub set: [&'static str; 2],
    /// It is set.
    pub done: &'static str,
    /// Give it up.
    pub remove: &'static str,
    /// It is given up.
    pub removed: &'static str,
    /// Heading at the door.
    pub door: &'static str,
    /// The button there.
    pub enter: &'static str,
    /// It is being looked at.
    pub entering: &'static str,
}

/// A passkey.
#[derive(Debug)]
pub struct Passkey {
    /// Heading, under Me.
    pub title: &'static str,
    /// What for.
    pub hint: &'static str,
    /// Make one.
    pub add: &'static str,
    /// It is made.
    pub added: &'static str,
    /// When it was made.
    pub made: fn(&str) -> String,
    /// Let go of it.
    pub remove: &'static str,
    /// The browser or the person said no.
    pub not_done: &'static str,
    /// At the door.
    pub enter: &'static str,
}

/// A device that was not mine.
#[derive(Debug)]
pub struct NotMe {
    /// The button.
    pub button: &'static str,
    /// What it will do, with the device's name.
    pub means: fn(&str) -> String,
    /// Yes.
    pub yes: &'static str,
    /// What was done: so many devices, so many invites, whether a password, so many passkeys.
    pub done: fn(u32, u32, bool, u32) -> String,
}

impl Words {
    /// Ways in beside an invite.
    #[must_use]
    pub fn ways(&self) -> &'static Ways {
        match self.lang {
            Lang::Zh => &ZH,
            Lang::En => &EN,
        }
    }
}

static ZH: Ways = Ways {
    title: "别处怎么进来",
    more: "其他办法：密码、通行密钥",
    offline: "这一步要有信号。",
    pair: Pair {
        title: "搬到桌面上的板凳会",
        hint: "苹果手机上，浏览器里的和桌面上的各管各的，要在桌面上那个里再进来一次。这里给您六个数字，到那边填上就行。",
        draw: "给我六个数字",
        again: "换六个数字",
        type_in: |name| format!("在桌面上的板凳会里，填名字“{name}”和这六个数字："),
        left: |minutes| {
            if minutes <= 1 {
                "还有不到一分钟。不用急，过了再要一次就是。".into()
            } else {
                format!("大约 {minutes} 分钟内有效。不用急，过了再要一次就是。")
            }
        },
        over: "这六个数字过了时间，要用再要一次。",
        door: "在这部手机上进来过？填六个数字",
        door_hint: "在原来那边点“我的”，再点“搬到桌面上的板凳会”，会给您六个数字。",
        name: "您的名字",
        digits: "六个数字",
        enter: "进来",
    },
    password: Password {
        title: "密码",
        hint: "常在电脑上用的话，可以设一个登录名和密码。",
        is_set: |login| format!("设好了，登录名是“{login}”。"),
        boxes: ["登录名", "新密码", "原来的密码"],
        how: "至少 10 个字，什么字都行，一句只有您知道的话最好。不要用名字和常见的密码。",
        others: "同时让其他设备退出登录",
        set: ["设好", "改好"],
        done: "密码设好了。",
        remove: "不要密码了",
        removed: "密码取消了。",
        door: "用密码进来",
        enter: "进来",
        entering: "正在核对…",
    },
    passkey: Passkey {
        title: "通行密钥",
        hint: "用这台设备的指纹、面容或锁屏密码进来，不用记密码。",
        add: "在这台设备上设一把",
        added: "设好了，下次可以用它进来。",
        made: |day| format!("{day}设的"),
        remove: "不要了",
        not_done: "没设成，可能是取消了，也可能这台设备不行。可以再试一次。",
        enter: "用通行密钥进来",
    },
    not_me: NotMe {
        button: "这不是我",
        means: |name| {
            format!(
                "“{name}”不是您在用？这样做以后：它和您其他的设备都退出登录，只留手上这一部；没用掉的邀请、六个数字、密码和通行密钥全部作废；政协办查得到这件事。"
            )
        },
        yes: "不是我，全部退出",
        done: |devices, invites, password, passkeys| {
            let mut done = format!("做好了：{devices} 部设备退出了登录");
            if invites > 0 {
                done += &format!("，{invites} 个没用的邀请作废");
            }
            if password {
                done += "，密码取消了";
            }
            if passkeys > 0 {
                done += &format!("，{passkeys} 把通行密钥取消了");
            }
            done + "。已经记下来，政协办查得到。要用密码的话，请重新设一个。"
        },
    },
};

static EN: Ways = Ways {
    title: "Coming in elsewhere",
    more: "Other ways: password, passkey",
    offline: "This needs a signal.",
    pair: Pair {
        title: "Move to the app on the home screen",
        hint: "On an iPhone the browser and the app on the home screen keep apart, and you come in once more over there. Here you get six digits to type there.",
        draw: "Give me six digits",
        again: "Other digits",
        type_in: |name| {
            format!("In the app on the home screen, type the name “{name}” and these six digits:")
        },
        left: |minutes| {
            if minutes <= 1 {
                "Good for less than a minute more. No hurry: you can ask for others.".into()
            } else {
                format!("Good for about {minutes} minutes. No hurry: you can ask for others.")
            }
        },
        over: "These six digits are good no more; ask for others.",
        door: "Signed in on this phone before? Type six digits",
        door_hint: "Where you are signed in, tap Me, then “Move to the app on the home screen”.",
        name: "Your name",
        digits: "Six digits",
        enter: "Come in",
    },
    password: Password {
        title: "Password",
        hint: "If you often work at a computer, you can set a login name and a password.",
        is_set: |login| format!("It is set; the login name is “{login}”."),
        boxes: ["Login name", "New password", "The password before"],
        how: "10 characters or more, any you like; best is a sentence that only you know. No names, no common passwords.",
        others: "Sign all other devices out as well",
        set: ["Set it", "Change it"],
        done: "The password is set.",
        remove: "Give the password up",
        removed: "There is no password any more.",
        door: "Come in by a password",
        enter: "Come in",
        entering: "Checking…",
    },
    passkey: Passkey {
        title: "Passkey",
        hint: "Come in by this device’s fingerprint, face or screen lock; nothing to remember.",
        add: "Make one on this device",
        added: "Done; next time you can come in by it.",
        made: |day| format!("made {day}"),
        remove: "Let go of it",
        not_done: "It was not done: perhaps it was cancelled, perhaps this device cannot. You may try again.",
        enter: "Come in by a passkey",
    },
    not_me: NotMe {
        button: "This was not me",
        means: |name| {
            format!(
                "Is it not you who uses “{name}”? Then it and all your other devices are signed out, but for the one in your hand; unused invitations, digits, the password and passkeys are void; and the office can see that this happened."
            )
        },
        yes: "Not me: sign them all out",
        done: |devices, invites, password, passkeys| {
            let mut done = match devices {
                1 => "Done: 1 device was signed out".to_owned(),
                devices => format!("Done: {devices} devices were signed out"),
            };
            match invites {
                0 => {}
                1 => done += ", 1 unused invitation is void",
                invites => done += &format!(", {invites} unused invitations are void"),
            }
            if password {
                done += ", the password is gone";
            }
            match passkeys {
                0 => {}
                1 => done += ", 1 passkey is gone",
                passkeys => done += &format!(", {passkeys} passkeys are gone"),
            }
            done + ". It was written down where the office can see it. If you want a password, please set a new one."
        },
    },
};
