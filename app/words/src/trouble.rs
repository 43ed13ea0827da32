//! What to say when something does not work: is it still there, what can be done now, must somebody act.

/// Sentences for trouble, each with its way out.
#[derive(Debug)]
pub struct Trouble {
    /// The server answered something that is not its own, such as a sign-in page of the network.
    pub portal: &'static str,
    /// The phone is full: text is kept, pictures are not.
    pub full: &'static str,
    /// A private window forgets everything when it is closed.
    pub private: &'static str,
    /// The store could not be opened.
    pub no_store: &'static str,
    /// Another tab holds an older version open.
    pub blocked: &'static str,
    /// A newer version has taken the store over.
    pub newer: &'static str,
    /// The store that was here the last time is gone.
    pub lost: &'static str,
    /// The store was lost and opened again.
    pub reopened: &'static str,
    /// Writing failed; what was typed is still on the screen.
    pub not_kept: &'static str,
    /// The phone's clock is wrong.
    pub clock: &'static str,
    /// Inside a chat app.
    pub chat_app: &'static str,
    /// Too many tries.
    pub slow_down: &'static str,
    /// The message was too large.
    pub too_large: &'static str,
    /// The server could not read the request.
    pub unreadable: &'static str,
    /// The server is in trouble itself.
    pub server: &'static str,
    /// Not signed in.
    pub signed_out: &'static str,
    /// This device was revoked.
    pub revoked: &'static str,
    /// The address leads nowhere.
    pub nowhere: &'static str,
    /// A part of the program has not arrived yet, and there is no signal.
    pub far: &'static str,
    /// The request came from another site.
    pub foreign: &'static str,
    /// An invitation that does not exist, or not any more.
    pub bad_invite: &'static str,
    /// Try again.
    pub again: &'static str,
}

pub(crate) static ZH: Trouble = Trouble {
    portal: "网络要先登录才能用（比如公共 Wi-Fi）。东西都在本机，登录好网络会自己送。",
    full: "手机存满了。请导出成文件，或删掉一些照片，再存一次。写的字还在屏幕上。",
    private: "无痕窗口关掉，没送出去的就没了。请换普通窗口，或每次用完导出。",
    no_store: "这个浏览器不让存东西，离了网就用不了。请换普通窗口，或换一个浏览器打开。",
    blocked: "请关掉板凳会的其他页面，这里才能更新好。",
    newer: "新版本已经接手了，这一页是旧的。写了还没存的字先抄下来，再重新打开这一页；存过的都在。",
    lost: "这部手机里存的东西不见了，多半是被清理掉的。送到村里的会自己回来；没送出去的回不来了，请想一想有没有要补写的。",
    reopened: "手机的存储断了一下，已经接上，东西都在。",
    not_kept: "没存上，写的字还在屏幕上。请再按一次；还不行就先抄下来。",
    clock: "这部手机的日期好像不对，请到手机设置里校一校。东西照样能存、能送。",
    chat_app: "在聊天软件里断网就打不开。点右上角“···”，选“在浏览器打开”。",
    slow_down: "试得太快了，请过一会儿再试。",
    too_large: "一次送得太多，请分几次送，或把字写短些。",
    unreadable: "服务器没读懂这一条，东西还在本机。",
    server: "服务器出了点问题，东西都在本机，过一会儿自己再送。",
    signed_out: "还没有登录，请用村里给的邀请打开。",
    revoked: "这部手机已被停用。没送的还在本机，请向村里要一个新的邀请。",
    nowhere: "没有这个页面。",
    far: "这一页还没搬到这部手机上。到有信号的地方再试一次，别的都在。",
    foreign: "这个请求不是从板凳会发来的，没有处理。",
    bad_invite: "这个邀请用过了，或者过期了。请找邀请您的人再要一个。",
    again: "再试一次",
};

pub(crate) static EN: Trouble = Trouble {
    portal: "The network wants you to sign in first (public Wi-Fi, perhaps). All is on this phone and goes by itself once you have.",
    full: "The phone is full. Export to a file or remove some pictures, then save again. What you wrote is still on the screen.",
    private: "A private window forgets what was not sent when you close it. Use an ordinary window, or export each time.",
    no_store: "This browser does not let us keep anything, so nothing works without a signal. Use an ordinary window or another browser.",
    blocked: "Please close Bandeng’s other pages so that this one can finish updating.",
    newer: "A newer version has taken over. Copy what is not saved, then open this page again; what was saved is here.",
    lost: "What was kept on this phone is gone; it was probably cleaned away. What had reached the village comes back by itself; what had not is lost, so please think whether something must be written again.",
    reopened: "The phone’s store was cut off for a moment and is back; nothing was lost.",
    not_kept: "It was not saved; what you wrote is still on the screen. Press once more; if that fails, copy it down first.",
    clock: "This phone’s date seems wrong; please set it right. Saving and sending work all the same.",
    chat_app: "Inside a chat app this does not open without a signal. Tap “···” at the top right and choose “Open in browser”.",
    slow_down: "Too many tries; please wait a little.",
    too_large: "That was too much at once; send it in parts or write less.",
    unreadable: "The server could not read this; it is still on this phone.",
    server: "The server has a problem; all is on this phone and is sent again by itself.",
    signed_out: "You are not signed in; please open the invitation the village gave you.",
    revoked: "This phone was signed out by somebody. What was not sent is still here; ask the village for a new invitation.",
    nowhere: "There is no such page.",
    far: "This page is not on this phone yet. Try again where there is a signal; everything else is here.",
    foreign: "This request did not come from Bandeng and was not acted on.",
    bad_invite: "This invitation was used already or has run out. Ask the person who invited you for another.",
    again: "Try again",
};
