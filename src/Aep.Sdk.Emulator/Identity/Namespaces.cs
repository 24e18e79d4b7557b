using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;
using Aep.Sdk.Emulator.Storage;

namespace Aep.Sdk.Emulator.Identity;

/// <summary>The identity namespaces of the organisation: the standard ones and its own.</summary>
internal sealed class Namespaces(TimeProvider time, DataFolder folder)
{
    private const int FirstCustomId = 10_000_000;
    private static readonly string[] Types =
        ["COOKIE", "CROSS_DEVICE", "DEVICE", "EMAIL", "MOBILE", "NON_PEOPLE", "PHONE", "B2B_ACCOUNT", "B2B_PERSON"];

    private static readonly (int Id, string Code, string Name, string Type)[] Standard =
    [
        (0, "CORE", "CORE", "COOKIE"), (4, "ECID", "ECID", "COOKIE"), (6, "Email", "Email", "EMAIL"), (7, "Phone", "Phone", "PHONE"),
        (8, "WAID", "Windows AID", "DEVICE"), (9, "TNTID", "TNTID", "COOKIE"), (10, "AAID", "AAID", "COOKIE"),
        (11, "Email_LC_SHA256", "Emails (SHA256, lowercased)", "EMAIL"), (15, "Phone_SHA256", "Phone (SHA256)", "PHONE"),
        (411, "AdCloud", "AdCloud", "COOKIE"), (20914, "GAID", "Google Ad ID (GAID)", "DEVICE"),
        (20915, "IDFA", "Apple IDFA (ID for Advertisers)", "DEVICE"),
    ];

    private readonly Lock _gate = new();
    private readonly DocumentCollection _custom = DocumentCollection.Open(folder.Subfolder("organisation", "namespaces"));

    public IReadOnlyList<JsonObject> All => [.. Standard.Select(Describe), .. _custom.All()];

    public JsonObject Get(string id) =>
        All.FirstOrDefault(space => space["id"]!.ToString() == id)
            ?? throw IdentityErrors.NotFound($"The identity namespace {id} does not exist.");

    /// <summary>A namespace by its id or its code, in any case.</summary>
    public JsonObject? Find(string idOrCode) => All.FirstOrDefault(space =>
        space["id"]!.ToString() == idOrCode || ((string)space["code"]!).Equals(idOrCode, StringComparison.OrdinalIgnoreCase));

    public JsonObject Create(JsonObject body)
    {
        Check(body);
        lock (_gate)
        {
            string code = (string)body["code"]!;
            if (Find(code) is not null)
                throw IdentityErrors.Create(409, $"An identity namespace with the code {code} exists.");
            int id = _custom.All().Select(space => (int)space["id"]!).DefaultIfEmpty(FirstCustomId).Max() + 1;
            long now = time.GetUtcNow().ToUnixTimeMilliseconds();
            var space = new JsonObject
            {
                ["updateTime"] = now,
                ["code"] = code,
                ["status"] = "ACTIVE",
                ["createTime"] = now,
                ["description"] = body["description"]?.DeepClone() ?? "",
                ["idType"] = body["idType"]!.DeepClone(),
                ["name"] = body["name"]!.DeepClone(),
                ["id"] = id,
                ["custom"] = true,
            };
            _custom.Save($"{id}", space);
            return space;
        }
    }

    public JsonObject Update(string id, JsonObject body)
    {
        JsonObject before = Get(id);
        if (!(bool)before["custom"]!)
            throw IdentityErrors.Create(400, $"The identity namespace {before["code"]} is one of Adobe's and cannot be changed.");
        foreach (string member in new[] { "name", "description", "idType", "code" })
        {
            if (body[member] is { } value)
                before[member] = value.DeepClone();
        }
        Check(before);
        before["updateTime"] = time.GetUtcNow().ToUnixTimeMilliseconds();
        _custom.Save(id, before);
        return before;
    }

    private static void Check(JsonObject body)
    {
        foreach (string member in new[] { "name", "code", "idType" })
        {
            if (string.IsNullOrWhiteSpace((string?)body[member]))
                throw IdentityErrors.Create(400, $"{member} is missing.");
        }
        string type = (string)body["idType"]!;
        if (!Types.Contains(type, StringComparer.OrdinalIgnoreCase))
            throw IdentityErrors.Create(400, $"idType '{type}' must be one of {string.Join(", ", Types)}.");
    }

    private static JsonObject Describe((int Id, string Code, string Name, string Type) space) => new()
    {
        ["updateTime"] = 0,
        ["code"] = space.Code,
        ["status"] = "ACTIVE",
        ["createTime"] = 0,
        ["description"] = $"Adobe provided namespace {space.Name}",
        ["idType"] = space.Type,
        ["name"] = space.Name,
        ["id"] = space.Id,
        ["custom"] = false,
    };
}
