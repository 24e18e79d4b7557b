using Aep.Sdk;

namespace Propensity.Workflow;

/// <summary>What a real organisation's credential lacks, told before the steps begin: some of them take hours there.</summary>
public static class ConnectionNotes
{
    /// <exception cref="WorkflowException">Nothing can be done with the connection.</exception>
    public static async Task ShowAsync(AepClient aep, StepConsole console, CancellationToken cancellationToken)
    {
        ConnectionReport report = await aep.VerifyConnectionAsync(cancellationToken);
        ConnectionCheck[] missing = [.. report.Checks.Where(check => check.Outcome == CheckOutcome.Missing)];
        if (report.TenantId is null)
            throw new WorkflowException(
                $"Nothing can be done with this connection. {missing[0].Name}: {missing[0].Detail}\n"
                + $"The organisation is {aep.Options.OrgId}, the sandbox {aep.Options.SandboxName}: are they those of the credential?");
        if (missing.Length == 0)
            return;
        console.Say("The credential lacks permissions. A step that needs one of them will fail:");
        foreach (ConnectionCheck check in missing)
            console.Say($"  {check.Name}. {check.Detail}");
    }
}
