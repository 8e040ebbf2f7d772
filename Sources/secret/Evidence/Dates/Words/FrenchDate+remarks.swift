// SPDX-License-Identifier: Apache-2.0

extension FrenchDate {
  static func text(_ remark: DateWording.Remark) -> String {
    switch remark {
    case .decade(let year): FrenchNoun(.decade(year)).text
    case .century(let year): FrenchNoun(.century(year)).text
    case .state(let components, let state):
      components.map(name).joined(separator: " et ") + " "
        + (components.count > 1
          ? plural(state) : components == [.year] ? feminine(state) : masculine(state))
    }
  }

  private static func name(_ component: DateWording.Component) -> String {
    switch component {
    case .year: "année"
    case .month: "mois"
    case .day: "jour"
    }
  }

  private static func masculine(_ state: DateWording.State) -> String {
    switch state {
    case .unspecified: "non précisé"
    case .uncertain: "incertain"
    case .approximate: "approximatif"
    case .approximateAndUncertain: "approximatif et incertain"
    }
  }

  private static func feminine(_ state: DateWording.State) -> String {
    switch state {
    case .unspecified: "non précisée"
    case .uncertain: "incertaine"
    case .approximate: "approximative"
    case .approximateAndUncertain: "approximative et incertaine"
    }
  }

  /// Of several components one is always masculine.
  private static func plural(_ state: DateWording.State) -> String {
    switch state {
    case .unspecified: "non précisés"
    case .uncertain: "incertains"
    case .approximate: "approximatifs"
    case .approximateAndUncertain: "approximatifs et incertains"
    }
  }
}
