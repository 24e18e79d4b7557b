using System.Text.Json;

namespace Aep.Sdk.Emulator.StreamingIngestion;

/// <summary>Reads the messages of a request as its inlet takes them: XDM in its envelope, or raw for a mapping.</summary>
internal sealed class MessageReading(MessageReader xdm, RawMessages raw)
{
    /// <returns>What reads each message of the request, by its id.</returns>
    /// <exception cref="Gateway.ApiException">400: raw messages without a dataflow that maps them.</exception>
    public Func<JsonElement, string, CheckedMessage> Of(Inlet inlet, HttpRequest request)
    {
        if (inlet.IsRaw)
        {
            RawStream stream = raw.Open(inlet, request);
            return (message, id) => raw.Read(inlet, stream, message, id);
        }
        return (element, id) =>
        {
            StreamMessage message = xdm.Read(inlet, element, id);
            return new CheckedMessage(message, message.Validate());
        };
    }
}
