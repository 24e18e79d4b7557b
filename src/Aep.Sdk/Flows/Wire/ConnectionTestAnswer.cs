namespace Aep.Sdk.Flows;

internal sealed class ConnectionTestAnswer
{
    public bool Result { get; init; }
}
