using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.Governance;

/// <summary>Policy Service (/data/foundation/dulepolicy) and the labels of datasets (/data/foundation/dataset).</summary>
internal sealed class GovernanceRoom : IEmulatorRoom
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<PolicyStore>();
        services.AddSingleton<DataLabels>();
        services.AddSingleton<DatasetLabelErrors>();
        services.AddSingleton<DatasetLabelStore>();
        services.AddSingleton<PolicyEvaluation>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        GovernanceRoutes.Map(routes);
        PolicyRoutes.Map(routes);
        EvaluationRoutes.Map(routes);
        DatasetLabelRoutes.Map(routes);
    }
}
