using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Gateway;

/// <summary>An answer that is an error. Each service builds the body in its own dialect.</summary>
internal sealed class ApiException(int status, JsonObject body, string contentType = "application/json")
    : Exception($"{status} {body.ToJsonString()}")
{
    public int Status { get; } = status;
    public JsonObject Body { get; } = body;
    public string ContentType { get; } = contentType;
}
