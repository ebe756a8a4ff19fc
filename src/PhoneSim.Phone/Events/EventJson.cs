using System.Text.Json;

namespace PhoneSim.Phone.Events;

/// <summary>An event as one JSON object: the <c>"type":"event"</c> lines of shared/spec/cli.md.</summary>
public static class EventJson
{
    public static void Write(Utf8JsonWriter json, PhoneEvent phoneEvent)
    {
        json.WriteStartObject();
        json.WriteString("type", "event");
        json.WriteString("t", phoneEvent.Time);
        json.WriteString("kind", phoneEvent.Kind);
        json.WriteString("device", phoneEvent.Device.ToString());
        WriteFacts(json, phoneEvent);
        json.WriteString("text", EventText.Describe(phoneEvent));
        json.WriteEndObject();
    }

    private static void WriteFacts(Utf8JsonWriter json, PhoneEvent phoneEvent)
    {
        switch (phoneEvent)
        {
            case StateEntered e:
                Write(json, ("from", e.From.ToString()), ("trigger", e.Trigger.ToString()), ("state", e.State.ToString()));
                break;
            case FileRequested e:
                Write(json, ("file", e.File), ("transport", EventText.Name(e.Transport)), ("server", e.Server.ToString()));
                break;
            case FileAnswered e:
                Write(json, ("file", e.File), ("transport", EventText.Name(e.Transport)), ("server", e.Server.ToString()), ("answer", e.Result.AnswerText));
                json.WriteNumber("bytes", e.Result.Content.Length);
                json.WriteNumber("ms", Math.Round(e.Result.Duration.TotalMilliseconds, 3));
                break;
            case TrustListJudged e:
                Write(json, ("file", e.File), ("verdict", e.Verdict.ToString()), ("signer", e.Signer), ("serial", e.SignerSerial));
                break;
            case SignatureJudged e:
                Write(json, ("file", e.File), ("verdict", e.Verdict.ToString()), ("signer", e.Signer), ("serial", e.SignerSerial));
                break;
            case FileDecrypted e:
                Write(json, ("file", e.File), ("verdict", e.Verdict.ToString()), ("key", e.Key.ToString()), ("layout", e.Layout.ToString()));
                break;
            case DecisionMade e:
                Write(json, ("what", e.What), ("why", e.Why));
                break;
            case StatusShown e:
                Write(json, ("message", e.Text), ("source", EventText.Name(e.Source)));
                break;
            case FlashChanged e:
                Write(json, ("item", e.Item.ToString()), ("what", e.What));
                break;
            case CapfProgressed e:
                Write(json, ("phase", e.Step.Phase.ToString()), ("message", e.Step.Message?.Command.ToString()), ("from", e.Step.Message is null ? null : e.Step.From.ToString()));
                break;
            case CapfEnded e:
                Write(json, ("reason", e.Reason), ("operation", e.Result.OperationWord), ("result", e.Result.Word));
                break;
            case TvsAsked e:
                Write(json, ("about", e.About), ("file", e.File), ("status", e.Verdict.Status.ToString()));
                break;
            case RegistrationProgressed e:
                Write(json, ("phase", EventText.Word(e.Step.Phase)), ("server", e.Step.Server.ToString()), ("transport", EventText.Name(e.Step.Transport)), ("line", e.Step.Line), ("detail", e.Step.Detail));
                break;
            case ResetStarted e:
                json.WriteNumber("number", e.Number);
                Write(json, ("why", e.Why));
                break;
        }
    }

    private static void Write(Utf8JsonWriter json, params ReadOnlySpan<(string Name, string? Value)> facts)
    {
        foreach ((string name, string? value) in facts)
            json.WriteString(name, value);
    }
}
