using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Hosting;
using Aep.Sdk.Emulator.Ims;
using Aep.Sdk.Emulator.Storage;

namespace Aep.Sdk.Emulator.AccessControl;

/// <summary>The roles of the organisation, who has them, and what the credential may do through them.</summary>
internal sealed class Roles
{
    public const string AnySandbox = "*";
    private const string Subjects = "subjects";
    private readonly AepEmulatorOptions _options;
    private readonly TimeProvider _time;
    private readonly DocumentCollection _roles;
    private readonly string _account;

    public Roles(AepEmulatorOptions options, TimeProvider time, DataFolder folder, ClientCredential credential)
    {
        (_options, _time) = (options, time);
        _account = credential.AccountId;
        _roles = DocumentCollection.Open(folder.Subfolder("organisation", "roles"));
        if (_roles.All().Count == 0)
            CreateAdministrators();
    }

    public IReadOnlyList<JsonObject> All => [.. _roles.All().Select(Public)];

    public JsonObject Get(string id) => Public(Find(id));

    /// <summary>
    /// What the credential may do in a sandbox (null: outside of sandboxes): what its roles grant and the options do not deny.
    /// </summary>
    public IReadOnlySet<string> Granted(string? sandbox)
    {
        IEnumerable<JsonObject> own = _roles.All().Where(role => Texts(role[Subjects]).Contains(_account))
            .Where(role => sandbox is null || Texts(role["sandboxes"]).Any(name => name == AnySandbox || name == sandbox));
        HashSet<string> granted = [.. own.SelectMany(role => Texts(role["permissionSets"]))];
        granted.ExceptWith(_options.DeniedPermissions);
        return granted;
    }

    public JsonObject Create(JsonObject body, string user)
    {
        string id = Guid.NewGuid().ToString();
        long now = Now();
        var role = new JsonObject
        {
            ["id"] = id,
            ["recordType"] = "role",
            ["imsOrgID"] = _options.OrgId,
            ["createdAt"] = now,
            ["createdBy"] = user,
            ["permissionSets"] = new JsonArray(),
            ["sandboxes"] = new JsonArray(),
            ["subjectAttributes"] = new JsonObject { ["labels"] = new JsonArray() },
            [Subjects] = new JsonArray(),
        };
        return Save(id, Merge(role, body), user);
    }

    public JsonObject Replace(string id, JsonObject body, string user) => Save(id, Merge(Find(id), body), user);

    public JsonObject Patch(string id, JsonArray operations, string user)
    {
        JsonObject role = Find(id);
        JsonNode? subjects = role[Subjects]?.DeepClone();
        JsonObject changed = JsonPatch.Apply(Public(role), operations, AccessErrors.Invalid);
        changed[Subjects] = subjects;
        return Save(id, changed, user);
    }

    public void Delete(string id)
    {
        if (!_roles.Remove(id))
            throw AccessErrors.NotFound("role", id);
    }

    public IReadOnlyList<string> SubjectsOf(string id) => Texts(Find(id)[Subjects]);

    /// <summary>Adds subjects to a role or removes them.</summary>
    public IReadOnlyList<string> ChangeSubjects(string id, IEnumerable<(bool Add, string Subject)> changes)
    {
        JsonObject role = Find(id);
        List<string> subjects = Texts(role[Subjects]);
        foreach ((bool add, string subject) in changes)
        {
            subjects.RemoveAll(known => known == subject);
            if (add)
                subjects.Add(subject);
        }
        role[Subjects] = new JsonArray([.. subjects.Select(subject => (JsonNode)subject)]);
        _roles.Save(id, role);
        return subjects;
    }

    private JsonObject Save(string id, JsonObject role, string user)
    {
        if (string.IsNullOrWhiteSpace((string?)role["name"]))
            throw AccessErrors.Invalid("name is missing.");
        if (Texts(role["permissionSets"]).FirstOrDefault(name => Permissions.Find(name) is null) is { } unknown)
            throw AccessErrors.Invalid($"There is no permission '{unknown}'.");
        role["id"] = id;
        role["roleType"] ??= "user-defined";
        role["modifiedAt"] = Now();
        role["modifiedBy"] = user;
        _roles.Save(id, role);
        return Public(role);
    }

    private static JsonObject Merge(JsonObject role, JsonObject body)
    {
        foreach (string name in new[] { "name", "description", "roleType", "permissionSets", "sandboxes", "subjectAttributes" })
        {
            if (body[name] is { } value)
                role[name] = value.DeepClone();
        }
        return role;
    }

    private void CreateAdministrators()
    {
        JsonObject role = Create(
            new JsonObject { ["name"] = "Administrators", ["description"] = "Everything, everywhere.", ["roleType"] = "system-defined" },
            _account);
        string id = (string)role["id"]!;
        Replace(id, new JsonObject
        {
            ["permissionSets"] = new JsonArray([.. Permissions.All.Select(permission => (JsonNode)permission.Id)]),
            ["sandboxes"] = new JsonArray(AnySandbox),
        }, _account);
        ChangeSubjects(id, [(true, _account)]);
    }

    private JsonObject Find(string id) => _roles.Find(id) ?? throw AccessErrors.NotFound("role", id);

    private static JsonObject Public(JsonObject role)
    {
        var shown = (JsonObject)role.DeepClone();
        shown.Remove(Subjects);
        return shown;
    }

    private static List<string> Texts(JsonNode? list) => [.. (list as JsonArray ?? []).Select(item => (string)item!)];

    private long Now() => _time.GetUtcNow().ToUnixTimeMilliseconds();
}
