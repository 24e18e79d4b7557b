using Aep.Sdk.Access;
using Aep.Sdk.IntegrationTests.Support;

namespace Aep.Sdk.IntegrationTests.Access;

/// <summary>Access control as an administrator uses it.</summary>
public sealed class AccessTests(Platform platform) : IClassFixture<Platform>
{
    private AccessClient Access => platform.Aep.Access;

    [Fact]
    public async Task A_role_is_made_given_a_permission_and_a_person_and_taken_back()
    {
        Role role = await Access.Roles.CreateAsync(new RoleDefinition("Readers") { Description = "Who may look" });
        Assert.Equal("Readers", (await Access.Roles.GetAsync(role.Id)).Name);
        Role renamed = await Access.Roles.ReplaceAsync(role.Id, new RoleDefinition("Lookers") { Description = "Who may look" });
        Assert.Equal("Lookers", renamed.Name);
        Role granted = await Access.Roles.UpdateAsync(role.Id, [JsonPatchOperation.Add("/permissionSets/-", "view-schemas")]);
        Assert.Equal(["view-schemas"], granted.PermissionSets!);
        IReadOnlyList<RoleSubject> subjects =
            await Access.Roles.UpdateSubjectsAsync(role.Id, [JsonPatchOperation.Add("/user", "someone@AdobeID")]);
        Assert.Equal("someone@AdobeID", Assert.Single(subjects).SubjectId);
        Assert.Equal("someone@AdobeID", (await Access.Roles.ListSubjectsAsync(role.Id).SingleAsync()).SubjectId);
        Assert.Contains(role.Id, await Access.Roles.ListAsync().Select(item => item.Id).ToListAsync());
        await Access.Roles.DeleteAsync(role.Id);
        await Assert.ThrowsAsync<AepNotFoundException>(() => Access.Roles.GetAsync(role.Id));
    }

    [Fact]
    public async Task A_policy_of_attributes_is_kept()
    {
        var rule =
            new AccessRule { Effect = "Deny", Resource = "/orgs/x/sandboxes/*", Condition = "{}", Actions = ["com.adobe.action.read"] };
        AccessPolicy policy = await Access.Policies.CreateAsync(new AccessPolicyDefinition("Secret", [rule]) { Description = "Labels" });
        Assert.Equal("Deny", Assert.Single((await Access.Policies.GetAsync(policy.Id)).Rules!).Effect);
        policy = await Access.Policies.ReplaceAsync(policy.Id, new AccessPolicyDefinition("Open", [rule with { Effect = "Permit" }]));
        Assert.Equal(("Open", "Permit"), (policy.Name, policy.Rules![0].Effect));
        policy = await Access.Policies.UpdateAsync(policy.Id, [JsonPatchOperation.Replace("/status", "inactive")]);
        Assert.Equal("inactive", policy.Status);
        Assert.Contains(policy.Id, await Access.Policies.ListAsync().Select(item => item.Id).ToListAsync());
        await Access.Policies.DeleteAsync(policy.Id);
        await Assert.ThrowsAsync<AepNotFoundException>(() => Access.Policies.GetAsync(policy.Id));
    }

    [Fact]
    public async Task What_can_be_granted_and_what_is_granted_agree()
    {
        AccessProduct product = (await Access.Products.ListAsync().FirstAsync());
        Assert.NotEmpty(await Access.Products.ListCategoriesAsync(product.Id).ToListAsync());
        string[] sets = await Access.Products.ListPermissionSetsAsync(product.Id).Select(set => set.Id!).ToArrayAsync();
        IReadOnlyCollection<string> names = await Access.GetPermissionNamesAsync();
        Assert.Equal(names.Order(), sets.Order());
        Assert.Contains("package-share", names);
        Assert.Equal(names.Order(), (await Access.GetGrantedPermissionsAsync(names)).Order());
        Assert.Contains("segments", await Access.GetResourceTypesAsync());
        IReadOnlyDictionary<string, IReadOnlyList<string>> policies = await Access.GetEffectivePoliciesAsync(["/resource-types/segments"]);
        Assert.Equal(["delete", "read", "write"], Assert.Single(policies).Value.Order());
    }
}
