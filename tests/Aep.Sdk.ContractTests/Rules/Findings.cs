namespace Aep.Sdk.ContractTests.Rules;

/// <summary>Fails with every finding, a line each: the message of a failed collection assertion shows only the first few.</summary>
internal static class Findings
{
    public static void None(IEnumerable<string> findings)
    {
        string[] all = [.. findings.Distinct()];
        if (all.Length > 0)
            Assert.Fail($"{all.Length} findings:\n{string.Join('\n', all)}");
    }
}
