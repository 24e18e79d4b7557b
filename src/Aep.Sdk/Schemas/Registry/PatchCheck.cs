namespace Aep.Sdk.Schemas;

/// <summary>Finds what is wrong with a JSON Patch before it is sent.</summary>
internal static class PatchCheck
{
    private static readonly string[] WithValue = ["add", "replace", "test"];

    /// <exception cref="ArgumentException">Something is wrong; the message lists each fault with the number of its step.</exception>
    public static void Steps(IReadOnlyList<JsonPatchOperation> patch)
    {
        ArgumentNullException.ThrowIfNull(patch);
        if (patch.Count == 0)
            throw new ArgumentException("The patch has no steps.", nameof(patch));
        string[] faults = [.. patch.SelectMany((step, index) => Faults(step).Select(fault => $"step {index + 1}: {fault}"))];
        if (faults.Length > 0)
            throw new ArgumentException($"The patch is not usable: {string.Join("; ", faults)}.", nameof(patch));
    }

    private static IEnumerable<string> Faults(JsonPatchOperation? step)
    {
        if (step is null)
        {
            yield return "it is null";
            yield break;
        }
        if (step.Op != "remove" && !WithValue.Contains(step.Op))
            yield return $"the operation '{step.Op}' is none of add, replace, remove, test";
        if (WithValue.Contains(step.Op) && step.Value is null)
            yield return $"'{step.Op}' needs a value";
        if (string.IsNullOrEmpty(step.Path) || step.Path[0] != '/')
            yield return $"the path '{step.Path}' does not begin with a slash";
        else if (step.Path.Replace("~0", "", StringComparison.Ordinal).Replace("~1", "", StringComparison.Ordinal).Contains('~',
            StringComparison.Ordinal))
            yield return $"in the path '{step.Path}' a ~ stands alone: ~0 is a ~, ~1 a slash";
    }
}
