using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.StreamingIngestion;

/// <summary>Where a streaming connection takes messages.</summary>
/// <param name="Id">The last part of its URL.</param>
/// <param name="ConnectionId">The streaming connection.</param>
/// <param name="Sandbox">The sandbox of its connection; the request does not name one.</param>
/// <param name="RequiresToken">Whether a message must come with an access token.</param>
/// <param name="DataType"><c>xdm</c>, or <c>raw</c> for messages that a flow maps.</param>
internal sealed record Inlet(string Id, string ConnectionId, Sandbox Sandbox, bool RequiresToken, string DataType)
{
    public bool IsRaw => string.Equals(DataType, "raw", StringComparison.OrdinalIgnoreCase);
}
