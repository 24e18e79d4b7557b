using Aep.Sdk.Queries;

namespace Aep.Sdk.CleanUp;

/// <summary>Query templates.</summary>
internal sealed class TemplateFinder(QueryTemplatesClient templates)
{
    public async Task FindAsync(CleanUpSelection selection, CleanUpFindings found, CancellationToken cancellationToken)
    {
        await foreach (QueryTemplate template in templates.ListAsync().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (selection.Includes(template.Name))
                found.Add(
                    CleanUpStage.Queries, "query template", template.Id, template.Name, token => templates.DeleteAsync(template.Id, token));
        }
    }
}
