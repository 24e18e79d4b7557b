using System.Text;
using Aep.Sdk.Emulator.DestinationAuthoring.Messages;
using Aep.Sdk.Emulator.FlowService.Runs;

namespace Aep.Sdk.Emulator.DestinationAuthoring.Streaming;

/// <summary>What became of the messages of a run.</summary>
internal sealed class Delivery
{
    private readonly HashSet<string> _undelivered = new(StringComparer.Ordinal);
    private readonly List<RunError> _errors = [];

    public IReadOnlyList<RunError> Errors => _errors;

    /// <summary>The size of the messages that were taken.</summary>
    public long Bytes { get; private set; }

    /// <summary>The destination gives no answer: no other message is tried.</summary>
    public bool IsCutOff { get; private set; }

    /// <summary>Whether all messages about a person were taken.</summary>
    public bool Reached(string key) => !_undelivered.Contains(key);

    public void Take(Message message) => Bytes += Encoding.UTF8.GetByteCount(message.Body ?? "");

    public void Miss(ProfileGroup group) => _undelivered.UnionWith(group.Keys);

    public void Refuse(ProfileGroup group, string why)
    {
        Miss(group);
        _errors.Add(new RunError(RunError.Failed, why));
    }

    public void CutOff(ProfileGroup group, string why)
    {
        Refuse(group, why);
        IsCutOff = true;
    }
}
