using PhoneSim.ScreenHost;
using PhoneSim.Terminal;

// The screen before a phone whose keys fail. Argument: "screen", on the thread that draws, or "thread", on one of the phone's own.
using FailingPhone phone = new(onThread: args is ["thread"]);
PhoneScreen.Run(phone, new ScreenOptions());
