namespace Aep.Sdk.Emulator.DestinationAuthoring.Templates;

/// <summary>The variable <c>loop</c> within a loop. The index begins at 0.</summary>
internal sealed record LoopState(long Index, long Length)
{
    public const string Name = "loop";

    public object? Member(string name) => name switch
    {
        "index" => Index,
        "length" => Length,
        "first" => Index == 0,
        "last" => Index == Length - 1,
        "revindex" => Length - Index - 1,
        _ => null,
    };
}
