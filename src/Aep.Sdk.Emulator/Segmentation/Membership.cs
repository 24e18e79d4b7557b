using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Profiles;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>How a person stands to an audience: realized (in it) or exited (left it), and since when.</summary>
internal readonly record struct Membership(string Status, DateTimeOffset LastQualificationTime)
{
    public const string Realized = "realized";
    public const string Exited = "exited";

    public bool IsRealized => Status == Realized;

    public JsonObject ToJson() => new() { ["status"] = Status, ["lastQualificationTime"] = XdmDocuments.Instant(LastQualificationTime) };
}
