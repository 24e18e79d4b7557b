namespace Aep.Sdk.Ingestion;

/// <summary>What a source of bytes can fail with, told apart from what the network fails with: that is tried again, this is not.</summary>
internal static class StreamFault
{
    public static bool Is(Exception fault) => fault is not (OperationCanceledException or AepException);

    public static AepException Of(Exception fault, string name) => new($"{name} cannot be read: {fault.Message}", fault);
}
